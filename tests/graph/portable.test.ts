import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { statementCalls } from './calls.ts';

/** Spellings that one engine refuses or, worse, answers wrongly, each with what to write instead. */
const banned: readonly [spelling: RegExp, instead: string][] = [
  [
    /OPTIONAL MATCH[^}]*WHERE[^}]*(EXISTS|COUNT)\s*\{/,
    'CALL (n) { MATCH … WHERE EXISTS {…} RETURN collect(…) }',
  ],
  [/OPTIONAL\s+CALL/, 'CALL (x) { … RETURN collect(…) }'],
  [/shortestPath\(.*WHERE/, 'types in the pattern, or a bounded search'],
  [/\bsum\(/, 'coalesce(sum(x), 0)'],
  [/\[\s*-\d+\s*\.\.|\.\.\s*-\d+\s*\]/, 'l[size(l)-2..]'],
  [/\bcollect\([^)]*\)\s*\[/, 'aggregate in WITH first'],
  [/\bhead\(labels\(/, 'a property that names the kind'],
  [/\bdate\('/, 'date($parameter), validated before'],
  [/:\s*\w+\s*[|&]\s*\w+\s*[){]|:!/, 'labels tested one by one, or a property'],
  [/\$\(/, 'labels and types from the vocabulary, in the text'],
  [/COLLECT\s*\{/, 'CALL (x) { … RETURN collect(…) }'],
  [/IN TRANSACTIONS/, 'one transaction a batch'],
  [/\bSHORTEST\b/, 'shortestPath by type, or a bounded search'],
  [/\{\d*,\d*\}/, '*1..3'],
  [/LIMIT \$\w+\s*[+-]/, 'the sum, computed before'],
  [/duration\.between|randomUUID\(/, 'a parameter'],
  [/CREATE (RANGE|TEXT|FULLTEXT) INDEX|db\.index\.fulltext/, 'ensureSchema or search of the engine'],
  [/\belementId\(|\bid\(/, 'the property id'],
  [/\$\w+ IS NULL OR/, 'a statement of another shape; this one costs Neo4j its index'],
  [/(\S+) > (\$\w+) OR \(\1 = \2/, 'd >= $d AND (d > $d OR …)'],
  [/-\[:?IN\]|\[:IN\|/, '[:`IN`]'],
  // One engine keeps but the first 2,048 rows.
  [/\}\s*WITH DISTINCT/, 'CALL (x) { … } WITH y, count(*) AS times'],
];

describe('portable Cypher', () => {
  it.each(banned)('%s is in no statement (write %s)', (spelling) => {
    const offending = statementCalls.filter(({ statement }) => spelling.test(statement.text));
    expect(offending.map(({ statement }) => statement.name)).toEqual([]);
  });

  it('recognises each banned spelling', () => {
    const samples = [
      'OPTIONAL MATCH (n) WHERE EXISTS { (n)-->() }',
      'OPTIONAL CALL (n) {',
      'shortestPath((a)-[*]-(b)) WHERE all',
      'sum(x)',
      'l[-2..]',
      'collect(x)[0..2]',
      'head(labels(n))',
      "date('2019')",
      '(n:A|B)',
      '(n:$(label))',
      'COLLECT { MATCH',
      'CALL { } IN TRANSACTIONS',
      'SHORTEST 1',
      '-[:A]->{1,3}',
      'LIMIT $l+1',
      'randomUUID()',
      'CREATE FULLTEXT INDEX',
      'elementId(n)',
      '$k IS NULL OR n.x = $k',
      'd > $d OR (d = $d AND id > $id)',
      '-[:IN]->',
      'CALL (x) { MATCH (x)-->(y) RETURN y } WITH DISTINCT y',
    ];
    expect(samples.map((sample, index) => banned[index]?.[0].test(sample))).toEqual(samples.map(() => true));
  });

  it('puts no value into a text: quotes and numbers come from the statements alone', () => {
    const literals = statementCalls.flatMap(({ statement }) => statement.text.match(/'[^']*'/g) ?? []);
    expect([...new Set(literals)].sort()).toEqual(["'graph'"]);
  });

  it('is written in graph/statements and nowhere else', () => {
    const cypher = /\b(MATCH|MERGE|UNWIND|DETACH DELETE) ?\(|\bRETURN (collect|count)\(/;
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const elsewhere = files.filter(
      (file) => !file.startsWith('graph/') && cypher.test(readFileSync(`src/${file}`, 'utf8')),
    );
    expect(elsewhere).toEqual([]);
  });
});
