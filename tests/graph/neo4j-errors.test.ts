import { Neo4jError } from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { translateNeo4jError } from '../../src/graph/neo4j-errors.ts';

const address = { uri: 'bolt://db.example:7687' };
const translated = (code: string) =>
  translateNeo4jError(new Neo4jError('said so', code as never, '50N00', 'said so'), address);

describe('an error of Neo4j', () => {
  it.each([
    [
      'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
      'TOO_LARGE',
      /memory .*`throughline load --stream`/,
    ],
    ['Neo.TransientError.General.TransactionOutOfMemoryError', 'TOO_LARGE', /memory/],
    ['Neo.TransientError.Transaction.DeadlockDetected', 'CONFLICT', /Another write/],
    ['Neo.TransientError.General.DatabaseUnavailable', 'UNAVAILABLE', /db\.example.* cannot be reached/],
  ])('%s says what it is', (code, meaning, message) => {
    expect(translated(code)).toMatchObject({
      name: 'StoreError',
      code: meaning,
      message: expect.stringMatching(message),
    });
  });

  it('that is a mistake of ours stays as it is', () => {
    expect(translated('Neo.ClientError.Statement.SyntaxError')).toBeInstanceOf(Neo4jError);
  });
});
