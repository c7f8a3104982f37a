import { describe, expect, it } from 'vitest';
import { documentId, readDocuments } from '../../src/documents.ts';
import { ConfigError } from '../../src/errors.ts';
import { edge, post } from './support.ts';

const text = 'query Day($day: Day) { echo(day: $day) }';
const id = documentId(text);
const documents = new Map([
  [id, text],
  ['ok', '{ ok }'],
]);
const answers = { state: async () => '1-1.0', edition: 'e', cacheBytes: 2 ** 20 };

const ask = (body: unknown, only = false) =>
  edge({ documents: { documents, only } }).fetch('/graphql', post(body));
const outcome = async (answering: Promise<Response>) => {
  const response = await answering;
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: [{ extensions: unknown }] };
  return { status: response.status, data, code: errors?.[0].extensions };
};

describe('a document that is kept', () => {
  const variables = { day: 'today' };
  const answered = { status: 200, data: { echo: 'today' }, code: undefined };

  it.each([
    ['by documentId', { documentId: id, variables }],
    [
      'as clients of Apollo do',
      { extensions: { persistedQuery: { version: 1, sha256Hash: id } }, variables },
    ],
    ['by its text', { query: text, variables }],
  ])('is asked for %s', async (_how, body) => {
    expect(await outcome(ask(body))).toEqual(answered);
    expect(await outcome(ask(body, true))).toEqual(answered);
  });

  it('is asked for in an address, whose answer can be kept', async () => {
    const { fetch } = edge({ documents: { documents, only: true }, answers });
    const headers = { accept: 'application/json' };
    const address = `/graphql?documentId=${id}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
    const first = await fetch(address, { headers });
    expect([first.status, await first.json()]).toEqual([
      200,
      expect.objectContaining({ data: { echo: 'today' } }),
    ]);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await fetch(address, { headers: { ...headers, 'if-none-match': etag } })).status).toBe(304);
    // The same, asked for by its text; another document, by its id.
    const byText = await fetch('/graphql', post({ query: text, variables }, headers));
    expect(byText.headers.get('etag')).toBe(etag);
    expect((await fetch('/graphql?documentId=ok', { headers })).headers.get('etag')).not.toBe(etag);
  });

  it('is told from one that is not', async () => {
    for (const only of [false, true])
      expect(await outcome(ask({ documentId: 'other' }, only))).toEqual({
        status: 404,
        data: undefined,
        code: { code: 'PERSISTED_QUERY_NOT_FOUND' },
      });
  });

  it('is told from one that is not also beside a text, whether that is kept or not', async () => {
    const notFound = { status: 404, data: undefined, code: { code: 'PERSISTED_QUERY_NOT_FOUND' } };
    expect(await outcome(ask({ query: text, variables, documentId: 'other' }, true))).toEqual(notFound);
    expect(await outcome(ask({ query: text, variables, documentId: 'other' }))).toEqual(notFound);
    expect((await outcome(ask({ query: text, documentId: 5 }))).code).toEqual({ code: 'BAD_REQUEST' });
    const { fetch } = edge();
    expect((await fetch('/graphql?documentId=other&query={ok}')).status).toBe(404);
    expect(await outcome(fetch('/graphql', post({ documentId: 'other' })))).toEqual(notFound);
    // As clients of Apollo ask for one to be kept.
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'other' } };
    expect((await outcome(ask({ query: text, variables, extensions }))).data).toEqual({ echo: 'today' });
  });

  it('is all that is answered where that is wanted', async () => {
    const refused = { status: 403, data: undefined, code: { code: 'PERSISTED_QUERY_ONLY' } };
    expect(await outcome(ask({ query: '{ language }' }, true))).toEqual(refused);
    expect(await outcome(ask({ query: `${text} ` }, true))).toEqual(refused);
    expect((await outcome(ask({ query: '{ language }' }))).status).toBe(200);
    // Neither an id beside the text lets it in.
    expect(await outcome(ask({ query: '{ language }', documentId: 'none' }, true))).toEqual(refused);
  });

  it.each(['__proto__', 'constructor', ''])('is none by the id %j', async (documentId) => {
    expect((await outcome(ask({ documentId }))).status).not.toBe(200);
  });
});

describe('a file of documents', () => {
  it('is a map of ids to documents', () => {
    expect([...readDocuments('{"a": "{ ok }"}', 'x.json')]).toEqual([['a', '{ ok }']]);
    for (const wrong of ['', '[]', '{"a": 1}', '{"": "{ ok }"}'])
      expect(() => readDocuments(wrong, 'x.json')).toThrow(ConfigError);
  });
});
