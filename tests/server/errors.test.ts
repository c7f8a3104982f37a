import { describe, expect, it } from 'vitest';
import { ask, edge, type Line, post } from './support.ts';

const internal = { message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };

describe('what a client sees of an error', () => {
  it('hides what was not foreseen, and keeps the other fields', async () => {
    const { data, errors, status } = await ask('{ ok unexpected }');
    expect(status).toBe(200);
    expect(data).toEqual({ ok: 'yes', unexpected: null });
    expect(errors).toMatchObject([{ ...internal, path: ['unexpected'] }]);
    expect(JSON.stringify(errors)).not.toContain('secret');
  });

  it.each(['needed', 'library', 'tooBig'])('hides the failure of %s', async (field) => {
    const { errors } = await ask(`{ ${field} }`);
    expect(errors).toMatchObject([internal]);
  });

  it('shows deliberate errors with their code and argument', async () => {
    const { errors } = await ask('{ refused outage coded }');
    expect(errors.map(({ message, extensions }) => ({ message, extensions }))).toEqual([
      { message: 'after: is not a cursor', extensions: { code: 'BAD_USER_INPUT', argument: 'after' } },
      {
        message: 'The graph cannot be reached just now; try again in a while.',
        extensions: { code: 'UNAVAILABLE' },
      },
      { message: 'too dear', extensions: { code: 'TOO_DEAR' } },
    ]);
  });

  it.each([
    ['a syntax error', '{ ok', undefined, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ nope }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
    ['a variable in the wrong place', 'query ($d: Day) { echo(count: $d) }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a literal its scalar refuses', '{ echo(day: "plain") }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
    ['a literal refused by name', '{ echo(day: "typed") }', undefined, 'BAD_USER_INPUT'],
    ['a variable its scalar refuses', 'query ($d: Day) { echo(day: $d) }', { d: 'plain' }, 'BAD_USER_INPUT'],
    ['a variable refused by name', 'query ($d: Day) { echo(day: $d) }', { d: 'typed' }, 'BAD_USER_INPUT'],
    ['a variable of the wrong type', 'query ($n: Int) { echo(count: $n) }', { n: 'x' }, 'BAD_USER_INPUT'],
    ['a missing variable', 'query ($n: Int!) { echo(count: $n) }', {}, 'BAD_USER_INPUT'],
  ])('gives %s its code', async (_what, query, variables, code) => {
    const { errors, lines } = await ask(query, variables);
    expect(errors).toMatchObject([{ extensions: { code } }]);
    expect(errors[0]?.message).not.toBe('Unexpected error.');
    expect(lines.filter(({ level }: Line) => Number(level) > 30)).toEqual([]);
  });

  it.each([
    ['broken JSON', post('{"query"'), 400, 'BAD_REQUEST'],
    ['a batch', post([{ query: '{ ok }' }]), 400, 'BAD_REQUEST'],
    ['another method', { method: 'PUT' }, 405, 'BAD_REQUEST'],
    ['another format', post('{ ok }', { 'content-type': 'text/css' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'a variable fault',
      post({ query: 'query ($n: Int!) { echo(count: $n) }' }, modern()),
      400,
      'BAD_USER_INPUT',
    ],
    ['a failure that leaves no data', post({ query: '{ needed }' }, modern()), 200, 'INTERNAL_SERVER_ERROR'],
  ])('answers %s with a GraphQL error and its status', async (_what, init, status, code) => {
    const response = await edge().fetch('/graphql', init);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('blames variables that are not JSON on their sender', async () => {
    const response = await edge().fetch('/graphql?query=%7Bok%7D&variables=%7B');
    expect(response.status).toBe(400);
  });
});

describe('what the operator hears of an error', () => {
  it('logs a defect whole, under the id of its request', async () => {
    const { fetch, lines } = edge();
    await fetch('/graphql', post({ query: 'query Mine { unexpected }' }, { 'x-request-id': 'abc-1' }));
    const expected = { level: 50, requestId: 'abc-1', operation: 'Mine', path: ['unexpected'] };
    expect(lines).toContainEqual(expect.objectContaining(expected));
    expect(JSON.stringify(lines)).toContain('secret: password=hunter2');
  });

  it('warns of an outage, and says nothing of a client’s mistakes', async () => {
    const { lines } = await ask('{ outage refused }');
    const loud = lines.filter(({ level }: Line) => Number(level) > 30);
    expect(loud).toEqual([expect.objectContaining({ level: 40, path: ['outage'] })]);
  });
});

function modern(): Record<string, string> {
  return { accept: 'application/graphql-response+json' };
}
