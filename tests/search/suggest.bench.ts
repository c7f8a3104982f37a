import { openEmbedded } from '../../src/graph/embedded.ts';
import { upsertEntities } from '../../src/graph/statements/load.ts';
import { indexTokens } from '../../src/search/index-tokens.ts';
import { ask } from '../support/ask.ts';
import { syntheticThings } from './synthetic.ts';

// Run by `npx tsx tests/search/suggest.bench.ts`: how long `suggest` takes on the embedded engine at 100,000 things,
// from the GraphQL text to the answer, in wall-clock and processor time.
const count = Number(process.argv[2] ?? 100_000);
const print = (line: string) => process.stdout.write(`${line}\n`);

const things = syntheticThings(count);
const store = await openEmbedded();
await store.ensureSchema();
const upsert = upsertEntities.get('Organization');
if (!upsert) throw new Error('no statement stores organizations');
for (let from = 0; from < count; from += 5000) {
  const rows = things.slice(from, from + 5000).map(({ id, names }) => ({
    id,
    properties: {
      id,
      kind: 'Organization',
      nameEn: names[0]?.text ?? id,
      nameKo: names[1]?.text ?? id,
      aliases: names.slice(2).map(({ text }) => text),
      nameKey: `${names[0]?.text ?? id}\t${id}`,
      reported: '2019-07-24',
      declaredBy: [],
      searchText: indexTokens(names).join(' '),
    },
  }));
  await store.write(async ({ run, indexed }) => {
    await run(upsert, { rows });
    indexed({
      set: rows.map(({ id, properties }) => ({
        id,
        kind: 'Organization',
        searchText: properties.searchText,
        place: { list: 'Entity', key: properties.nameKey, dates: [], bucket: 'UNDATED' },
      })),
      remove: [],
    });
  });
}
print(`${count} things stored`);

const query = 'query ($text: String!) { suggest(text: $text) { slug matched how } }';
const began = performance.now();
await ask(store, query, { variables: { text: 'warm' } });
print(`first question, which builds the index: ${(performance.now() - began).toFixed(0)} ms`);

// As a service that has been asked before: the first few hundred questions run on code not yet compiled.
for (let index = 0; index < 400; index += 1) {
  const text = [...(things[(index * 991) % count]?.names[index % 2]?.text ?? '')]
    .slice(0, 1 + (index % 5))
    .join('');
  await ask(store, query, { variables: { text } });
}

const all: number[] = [];
for (const [of, script] of ['Latin', 'Hangul'].entries()) {
  for (const length of [1, 2, 3, 5, 8]) {
    const wall: number[] = [];
    const cpu: number[] = [];
    for (let index = 0; index < 200; index += 1) {
      const text = [...(things[(index * 487) % count]?.names[of]?.text ?? '')].slice(0, length).join('');
      const [start, before] = [performance.now(), process.cpuUsage()];
      await ask(store, query, { variables: { text } });
      wall.push(performance.now() - start);
      all.push(performance.now() - start);
      const { user, system } = process.cpuUsage(before);
      cpu.push((user + system) / 1000);
    }
    const at = (times: number[], part: number) =>
      times.toSorted((a, b) => a - b)[Math.floor(part * times.length)]?.toFixed(1);
    print(
      `${script} ${length}: wall p50 ${at(wall, 0.5)} p95 ${at(wall, 0.95)} ms; processor p50 ${at(cpu, 0.5)} p95 ${at(cpu, 0.95)} ms`,
    );
  }
}
all.sort((a, b) => a - b);
print(`all ${all.length}: wall p95 ${all[Math.floor(0.95 * all.length)]?.toFixed(1)} ms`);
await store.close();
