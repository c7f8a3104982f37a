import { indexTokens } from '../../src/search/index-tokens.ts';
import { typedTokens } from '../../src/search/query-tokens.ts';
import { articleThings } from './article-names.ts';
import { Finder } from './finder.ts';
import { syntheticThings } from './synthetic.ts';

// Run by `npx tsx --expose-gc tests/search/typing.bench.ts`: what search costs at 100,000 things, and what its candidates miss.
const count = Number(process.argv[2] ?? 100_000);
const limit = Number(process.argv[3] ?? 200);
const print = (line: string) => process.stdout.write(`${line}\n`);
const memory = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed / 2 ** 20, arrays: arrayBuffers / 2 ** 20 };
};

const things = [...syntheticThings(count - articleThings.length), ...articleThings];
// Processor time, since a machine that others use too has no steady clock.
const clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

let total = 0;
const began = clock();
for (const { names } of things) total += indexTokens(names).length;
print(`tokens made in ${(clock() - began).toFixed(0)} ms, ${(total / count).toFixed(1)} a thing`);

const finder = new Finder([]);
const before = memory();
const setBegan = clock();
for (const { id, names } of things) finder.put(id, names, indexTokens(names));
print(`made and indexed in ${(clock() - setBegan).toFixed(0)} ms`);
const after = memory();
const grown = { heap: after.heap - before.heap, arrays: after.arrays - before.arrays };
print(`heap +${grown.heap.toFixed(0)} MB, arrays +${grown.arrays.toFixed(0)} MB`);

const sample = things.filter((_, index) => index % 251 === 0);
const name = (index: number, of: number) => sample[index]?.names[of]?.text ?? '';
const queries: Record<string, string[]> = {};
for (const [of, script] of ['Latin', 'Hangul'].entries()) {
  for (let length = 1; length <= 8; length++)
    queries[`${script} prefix of ${length}`] = sample
      .map((_, index) => [...name(index, of)].slice(0, length).join(''))
      .filter((text) => [...text].length === length);
  queries[`${script} full name`] = sample.map((_, index) => name(index, of));
  queries[`${script} one letter left out`] = sample.map((_, index) => {
    const letters = [...name(index, of)];
    return letters.filter((_letter, at) => at !== index % letters.length).join('');
  });
}
queries['Korean sentence'] = sample.map(
  (_, index) => `${name(index, 1)}가 오픈AI에 10억 달러를 투자했다고 ${name(index + 1, 1)}이 밝혔다`,
);
queries['two letters, one word each'] = sample.map(
  (_, index) => `${name(index, 0).slice(0, 1)} ${name(index + 1, 0).slice(0, 1)}`,
);

for (const [label, texts] of Object.entries(queries)) {
  const times = texts.map((text) => {
    const start = clock();
    finder.find(text, limit);
    return clock() - start;
  });
  times.sort((a, b) => a - b);
  const at = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(2);
  print(
    `${label.padEnd(28)} n=${String(texts.length).padEnd(4)} p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(0.9999)} ms  ${missed(texts)}`,
  );
}

// Of the first, and the first ten, that a look at every thing gives: how many stand in the same place here, by score, as ties are alike.
function missed(texts: readonly string[]): string {
  const few = texts.filter((_, index) => index % Math.ceil(texts.length / 8) === 0);
  let [same, all, first] = [0, 0, 0];
  for (const text of few) {
    const among = finder.findAmongAll(text);
    // Slips are not looked for where something is met as typed.
    const isMet = among.some(({ asTyped }) => asTyped);
    const wanted = ({ how }: { how: string }) => !isMet || how !== 'FUZZY';
    const best = among.filter(wanted).slice(0, 10);
    const scores = finder.find(text, limit).filter(wanted).slice(0, 10);
    same += best.filter((hit, index) => scores[index]?.score === hit.score).length;
    all += best.length;
    if (best[0]?.score === scores[0]?.score) first++;
  }
  return `first ${first}/${few.length}, first ten ${same}/${all}; ${typedTokens(few[0] ?? '').tokens.length} tokens`;
}
