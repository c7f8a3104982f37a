import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/dossier/format.ts';
import { loadDossiers } from '../../src/dossier/load.ts';
import { dumpGraph } from '../../src/graph/dump.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { describeOnEachEngine } from '../engines.ts';
import { type Sketch, sketch as sketched } from '../support/dossiers.ts';
import { type Acting, clientOf, serviceOf } from '../support/service.ts';

/** As clients send one: without the passage that nothing cites. */
function sketch(of: Sketch): Dossier {
  const { q, ...passages } = sketched(of).passages;
  return { ...sketched(of), passages };
}

const loading = `mutation ($input: LoadDossierInput!) { loadDossier(input: $input) {
  outcome article revision dryRun problems { code message path line column } } }`;
const retracting =
  'mutation ($input: RetractDossierInput!) { retractDossier(input: $input) { article retracted revision } }';
const audit =
  '{ auditLog { totalCount nodes { revision at kind client articles things isCut } pageInfo { hasNextPage } } }';

const people = ['ann:Person', 'acme:Organization'];
const founding = {
  id: 'founding',
  kind: 'Founding',
  date: '2015-12',
  participants: { FOUNDER: ['ann'], FOUNDED: ['acme'] },
};
const first = sketch({ entities: people, events: [founding] });
const founders = '{ organization(slug: "acme") { founders { nodes { slug } } } }';

/** The service, and its mutations as a client with some scopes sends them. */
function writing(store: GraphStore, as: Acting = 'read write') {
  const service = serviceOf(store);
  const load = async (dossier: Dossier | string, rest: object = {}) => {
    const input = { dossier: typeof dossier === 'string' ? dossier : JSON.stringify(dossier), ...rest };
    const answer = await service.ask(loading, { variables: { input }, as });
    return { ...answer, payload: answer.data?.loadDossier };
  };
  const retract = async (article: string, rest: object = {}) => {
    const answer = await service.ask(retracting, { variables: { input: { article, ...rest } }, as });
    return { ...answer, payload: answer.data?.retractDossier };
  };
  return { ...service, load, retract };
}

describeOnEachEngine('loadDossier', (open) => {
  it('stores what the command line would, and answers are of it at once', async () => {
    const store = await open();
    const { ask, load } = writing(store);
    expect((await ask(founders)).data.organization).toBeNull();
    expect((await load(first)).payload).toEqual({
      outcome: 'CREATED',
      article: 'article-1',
      revision: 1,
      dryRun: false,
      problems: [],
    });
    expect((await ask(founders)).data.organization.founders.nodes).toEqual([{ slug: 'ann' }]);
    const changed = sketch({ entities: people });
    expect((await load(changed)).payload).toMatchObject({ outcome: 'REPLACED', revision: 2 });
    expect((await load(changed)).payload).toMatchObject({ outcome: 'UNCHANGED', revision: 2 });
    const dump = await dumpGraph(store);
    const fresh = await open();
    await loadDossiers(fresh, [changed]);
    expect(dump).toBe(await dumpGraph(fresh));
  });

  it('tells what would become of it, and writes nothing', async () => {
    const store = await open();
    const { load } = writing(store);
    await load(first);
    const before = await dumpGraph(store);
    const rehearsed = async (dossier: Dossier) => (await load(dossier, { dryRun: true })).payload;
    const other = sketch({ id: 'article-2', entities: ['ann:Person:Annie'] });
    const clashing = sketch({ id: 'article-2', entities: ['acme:Person'] });
    expect(await rehearsed(other)).toMatchObject({ outcome: 'CREATED', revision: 1, dryRun: true });
    expect(await rehearsed(sketch({ entities: people }))).toMatchObject({ outcome: 'REPLACED', revision: 1 });
    expect(await rehearsed(first)).toMatchObject({ outcome: 'UNCHANGED', revision: 1 });
    expect(await rehearsed(clashing)).toMatchObject({ outcome: 'REFUSED', revision: null });
    expect(await dumpGraph(store)).toBe(before);
  });

  it('gives problems as data, each with its place, and stores nothing of the dossier', async () => {
    const store = await open();
    const { load } = writing(store);
    await load(first);
    const before = await dumpGraph(store);
    const unreadable = await load('article: [');
    expect(unreadable.status).toBe(200);
    expect(unreadable.payload).toMatchObject({
      outcome: 'REFUSED',
      article: null,
      revision: null,
      problems: [{ code: 'UNREADABLE', line: 1, message: expect.stringContaining('is not YAML') }],
    });
    const { payload } = await load('article:\n  id: x\nentities: 3\n');
    expect(payload.problems).toContainEqual({
      code: 'INVALID',
      path: 'entities',
      line: 3,
      column: 11,
      message: expect.any(String),
    });
    const clashing = sketch({ id: 'article-2', entities: ['acme:Person', 'new:Person'] });
    const clash = await load(JSON.stringify(clashing, null, 1));
    expect(clash.payload).toMatchObject({
      outcome: 'REFUSED',
      article: 'article-2',
      problems: [{ code: 'CONTRADICTION', path: 'entities[0].id' }],
    });
    expect(clash.payload.problems[0].line).toBeGreaterThan(20);
    expect(await dumpGraph(store)).toBe(before);
  });

  it('counts one write however often the same comes at one time', async () => {
    const store = await open();
    const { load, ask } = writing(store, 'read write audit');
    const all = await Promise.all([1, 2, 3, 4].map(() => load(first)));
    expect(all.map(({ payload }) => payload.revision)).toEqual([1, 1, 1, 1]);
    expect(all.map(({ payload }) => payload.outcome).sort()).toEqual([
      'CREATED',
      'UNCHANGED',
      'UNCHANGED',
      'UNCHANGED',
    ]);
    expect((await ask(audit, { as: 'read write audit' })).data.auditLog.totalCount).toBe(1);
  });

  it('runs mutations of one operation one after another', async () => {
    const store = await open();
    const { ask } = writing(store);
    const query = `mutation ($a: LoadDossierInput!, $b: RetractDossierInput!) {
      one: loadDossier(input: $a) { revision } two: retractDossier(input: $b) { retracted revision }
      three: loadDossier(input: $a) { outcome revision } }`;
    const variables = { a: { dossier: JSON.stringify(first) }, b: { article: 'article-1' } };
    expect((await ask(query, { variables, as: 'write' })).data).toEqual({
      one: { revision: 1 },
      two: { retracted: true, revision: 2 },
      three: { outcome: 'CREATED', revision: 3 },
    });
  });
});

describeOnEachEngine('retractDossier', (open) => {
  it('takes back what a dossier says and leaves what others say', async () => {
    const store = await open();
    const { load, retract } = writing(store);
    await load(sketch({ id: 'article-2', entities: ['acme:Organization:Acme Inc.'] }));
    const before = await dumpGraph(store);
    await load(first);
    expect((await retract('article-1')).payload).toEqual({
      article: 'article-1',
      retracted: true,
      revision: 3,
    });
    expect(await dumpGraph(store)).toBe(before);
    expect((await retract('article-1')).payload).toMatchObject({ retracted: false, revision: 3 });
    expect((await retract('no-such')).payload).toMatchObject({ retracted: false, revision: 3 });
    // What it is about is no article.
    expect((await retract('acme')).payload).toMatchObject({ retracted: false });
  });
});

describeOnEachEngine('an idempotency key', (open) => {
  const idempotencyKey = 'f8a1';

  it('makes what is sent again be told, not done, again', async () => {
    const store = await open();
    const { load, retract } = writing(store);
    const one = await load(first, { idempotencyKey });
    await retract('article-1');
    const before = await dumpGraph(store);
    const again = await load(first, { idempotencyKey });
    expect(again.payload).toEqual(one.payload);
    expect(again.payload).toMatchObject({ outcome: 'CREATED', revision: 1 });
    expect(await dumpGraph(store)).toBe(before);
    // The same said otherwise is the same.
    expect((await load(JSON.stringify(first, null, 2), { idempotencyKey })).payload).toEqual(one.payload);
  });

  it('is refused for anything else, and of another client is another', async () => {
    const store = await open();
    const { load, retract } = writing(store);
    await load(first, { idempotencyKey });
    for (const other of [
      await load(sketch({ entities: people }), { idempotencyKey }),
      await retract('article-1', { idempotencyKey }),
    ]) {
      expect(other.codes).toEqual(['BAD_USER_INPUT']);
      expect(other.messages[0]).toMatch(/^idempotencyKey: was used for something else/);
    }
    const others = writing(store, 'read write audit');
    expect((await others.retract('article-1', { idempotencyKey })).payload).toMatchObject({
      retracted: true,
    });
  });

  it('is kept with what changed nothing, and not with what was refused', async () => {
    const store = await open();
    const { load, retract } = writing(store);
    await load(first);
    expect((await load(first, { idempotencyKey })).payload).toMatchObject({
      outcome: 'UNCHANGED',
      revision: 1,
    });
    await retract('article-1');
    expect((await load(first, { idempotencyKey })).payload).toMatchObject({
      outcome: 'UNCHANGED',
      revision: 1,
    });
    const clashing = sketch({ id: 'article-2', entities: ['publisher:Person'] });
    await load(first);
    expect((await load(clashing, { idempotencyKey: 'b' })).payload.outcome).toBe('REFUSED');
    await retract('article-1');
    const mended = sketch({ id: 'article-2', entities: people });
    expect((await load(mended, { idempotencyKey: 'b' })).payload.outcome).toBe('CREATED');
  });

  it('writes once however many send it at one time', async () => {
    const store = await open();
    const { load, ask } = writing(store);
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => load(first, { idempotencyKey })));
    expect(new Set(all.map(({ payload }) => JSON.stringify(payload))).size).toBe(1);
    expect((await ask(audit, { as: 'read write audit' })).data.auditLog.totalCount).toBe(1);
  });

  it('of no length or of too much is refused', async () => {
    const { load } = writing(await open());
    for (const key of ['', 'x'.repeat(201)])
      for (const [dossier, rest] of [
        [first, {}],
        [first, { dryRun: true }],
        ['no dossier', {}],
      ] as const)
        expect((await load(dossier, { idempotencyKey: key, ...rest })).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('beside dryRun is taken as it would be, and not used up', async () => {
    const { load } = writing(await open());
    const rehearsed = (dossier: Dossier) => load(dossier, { idempotencyKey, dryRun: true });
    const other = sketch({ entities: people });
    expect((await rehearsed(other)).payload).toMatchObject({ outcome: 'CREATED', revision: 0 });
    expect((await load(first, { idempotencyKey })).payload).toMatchObject({
      outcome: 'CREATED',
      revision: 1,
    });
    expect((await rehearsed(first)).payload).toMatchObject({ outcome: 'CREATED', revision: 1, dryRun: true });
    expect((await rehearsed(other)).messages[0]).toMatch(/^idempotencyKey: was used for something else/);
  });
});

describeOnEachEngine('the audit log', (open) => {
  it('says who changed the graph, when and how, and what was not done', async () => {
    const store = await open();
    const { load, retract, ask } = writing(store);
    const began = Date.now();
    await loadDossiers(store, [first]);
    await load(sketch({ id: 'article-2', entities: ['bob:Person'] }));
    await load('no dossier');
    await retract('article-1');
    const { data } = await ask(audit, { as: 'read write audit' });
    const client = clientOf('read write');
    expect(data.auditLog.nodes).toMatchObject([
      { revision: 3, kind: 'RETRACT', client, articles: ['article-1'], isCut: false },
      { revision: 2, kind: 'LOAD', client, articles: ['article-2'] },
      { revision: 1, kind: 'LOAD', client: null, articles: ['article-1'] },
    ]);
    expect(data.auditLog.nodes[1].things.toSorted()).toEqual(['article-2-publication', 'bob', 'publisher']);
    const times = data.auditLog.nodes.map(({ at }: { at: string }) => Date.parse(at));
    expect(times).toEqual(times.toSorted().reverse());
    expect(Math.abs(times[0] - began)).toBeLessThan(60_000);
    const paged = await ask(
      '{ auditLog(first: 1) { nodes { revision } pageInfo { endCursor hasNextPage } } }',
      {
        as: 'read write audit',
      },
    );
    expect(paged.data.auditLog).toMatchObject({ nodes: [{ revision: 3 }], pageInfo: { hasNextPage: true } });
    const next = `{ auditLog(first: 5, after: "${paged.data.auditLog.pageInfo.endCursor}") { nodes { revision } } }`;
    expect((await ask(next, { as: 'read write audit' })).data.auditLog.nodes).toEqual([
      { revision: 2 },
      { revision: 1 },
    ]);
  });

  it('leaves alone what clients have stored when others are removed, if told to', async () => {
    const store = await open();
    const { load } = writing(store);
    await loadDossiers(store, [first]);
    await load(sketch({ id: 'article-2', entities: ['bob:Person'] }));
    const third = sketch({ id: 'article-3' });
    const options = { removeOthers: true, keepClients: true };
    expect(await loadDossiers(store, [third], options)).toMatchObject({ removed: ['article-1'] });
    // That is looked up in all writes there were, and only where something would be removed.
    const asked: string[] = [];
    const watched: GraphStore = {
      ...store,
      read: (statement, ...of) => {
        asked.push(statement.name);
        return store.read(statement, ...of);
      },
    };
    const second = sketch({ id: 'article-2', entities: ['bob:Person'] });
    expect(await loadDossiers(watched, [second, third], options)).toMatchObject({ removed: [] });
    expect(asked).toContain('load.storedArticles');
    expect(asked).not.toContain('write.articlesOfClients');
    expect(await loadDossiers(store, [third], { removeOthers: true })).toMatchObject({
      removed: ['article-2'],
    });
  });

  it('tells what was done before a write of the same operation that could not be', async () => {
    const store = await open();
    const { ask } = serviceOf(store);
    const both = `mutation ($input: LoadDossierInput!) {
      done: loadDossier(input: $input) { outcome revision }
      not: unmergeEntities(input: { from: "nobody" }) { revision } }`;
    const answer = await ask(both, { variables: { input: { dossier: JSON.stringify(first) } }, as: 'write' });
    expect(answer.data).toEqual({ done: { outcome: 'CREATED', revision: 1 }, not: null });
    expect(answer.codes).toHaveLength(1);
  });

  it('takes for a client’s only what a client was the last to store', async () => {
    const store = await open();
    const { ask } = serviceOf(store);
    await loadDossiers(store, [first]);
    await ask('mutation { retractDossier(input: { article: "article-1" }) { revision } }', { as: 'write' });
    await loadDossiers(store, [first]);
    const third = sketch({ id: 'article-3' });
    expect(await loadDossiers(store, [third], { removeOthers: true, keepClients: true })).toMatchObject({
      removed: ['article-1'],
    });
  });
});

describeOnEachEngine('a scope', (open) => {
  it('is needed to write and to see who did, and its lack is told by its name', async () => {
    const store = await open();
    const { ask } = serviceOf(store);
    const variables = { input: { dossier: JSON.stringify(first) } };
    const anonymous = await ask(loading, { variables });
    // The status is that of an operation whose fields are answered each for itself.
    expect([anonymous.status, anonymous.codes]).toEqual([200, ['UNAUTHENTICATED']]);
    expect(anonymous.messages[0]).toContain('a token with the scope "write"');
    const reader = await ask(loading, { variables, as: 'read' });
    expect([reader.status, reader.codes]).toEqual([200, ['FORBIDDEN']]);
    expect(reader.messages[0]).toContain('the scope "write"');
    // So it is by GraphQL over HTTP too: there is data, in which the field that was refused is null.
    const accept = 'application/graphql-response+json';
    const strict = await ask(loading, { variables, as: 'read', headers: { accept } });
    expect([strict.status, strict.data, strict.codes]).toEqual([200, { loadDossier: null }, ['FORBIDDEN']]);
    expect(strict.headers.get('content-type')).toContain(accept);
    // Where nothing of the answer is left, the status tells it.
    expect((await ask(audit, { as: 'read', headers: { accept } })).status).toBe(403);
    for (const as of ['read', 'write', 'read write'] as const)
      expect((await ask(audit, { as })).codes).toEqual(['FORBIDDEN']);
    expect((await ask(audit)).codes).toEqual(['UNAUTHENTICATED']);
    expect(await dumpGraph(store)).toBe('\n');
  });

  it('that is not there costs the store nothing', async () => {
    const store = await open();
    let statements = 0;
    const counting: GraphStore = {
      ...store,
      read: (...of) => {
        statements += 1;
        return store.read(...of);
      },
      write: (work) => {
        statements += 1;
        return store.write(work);
      },
    };
    const { ask } = serviceOf(counting, { answers: undefined });
    await ask(audit);
    await ask(audit, { as: 'read' });
    await ask(loading, { variables: { input: { dossier: JSON.stringify(first) } }, as: 'read' });
    expect(statements).toBe(0);
  });
});

describe('answers that are kept', () => {
  it('are given only to who may have what is in them', async () => {
    const { openEmbedded } = await import('../../src/graph/embedded.ts');
    const store = await openEmbedded();
    const { ask } = writing(store);
    await loadDossiers(store, [first]);
    const allowed = await ask(audit, { as: 'read write audit' });
    expect((await ask(audit, { as: 'read write audit' })).data).toEqual(allowed.data);
    expect(allowed.headers.get('cache-control')).toMatch(/^private,/);
    for (const as of [undefined, 'read', 'read write'] as const) {
      const tag = allowed.headers.get('etag') ?? '';
      const { status, data } = await ask(audit, { ...(as && { as }), headers: { 'if-none-match': tag } });
      expect([status >= 400, data]).toEqual([true, null]);
    }
    expect((await ask(founders)).headers.get('cache-control')).toMatch(/^public,/);
    await store.close();
  });

  it('are none for who may not ask, where a token is needed', async () => {
    const { openEmbedded } = await import('../../src/graph/embedded.ts');
    const store = await openEmbedded();
    const { makeToken } = await import('../../src/tokens.ts');
    const [reader, writer] = [
      makeToken({ scopes: ['read'], days: 1 }),
      makeToken({ scopes: ['write'], days: 1 }),
    ];
    const tokens = new Map([reader, writer].map(({ stored }) => [stored.id, stored]));
    const { ask } = serviceOf(store, { identity: { required: true, tokens } });
    const as = ({ token }: { token: string }) => ({ headers: { authorization: `Bearer ${token}` } });
    expect((await ask(founders, as(reader))).status).toBe(200);
    const refused = await ask(founders, as(writer));
    expect([refused.status, refused.codes, refused.data]).toEqual([403, ['FORBIDDEN'], undefined]);
    const variables = { input: { dossier: JSON.stringify(first) } };
    expect((await ask(loading, { ...as(writer), variables })).data.loadDossier.outcome).toBe('CREATED');
    await store.close();
  });
});
