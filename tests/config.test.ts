import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';
import { defaultLimits } from '../src/limits.ts';

describe('the environment', () => {
  it('may be empty', () => {
    const { storePath, ...rest } = readConfig({});
    expect(rest).toEqual({
      host: '127.0.0.1',
      port: 4000,
      cacheBytes: 64 * 2 ** 20,
      logLevel: 'info',
      limits: defaultLimits,
      proxies: 0,
      metrics: false,
      authRequired: false,
      documentsOnly: false,
      corsOrigins: [],
      introspection: true,
      suggestions: true,
    });
    expect(isAbsolute(storePath)).toBe(true);
    expect(storePath).toMatch(/\.throughline.graph$/);
  });

  it('may leave a variable empty', () => {
    expect(readConfig({ PORT: '', NEO4J_URI: '', HOST: '' })).toEqual(readConfig({}));
  });

  it.each(['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'])(
    'may name a Neo4j by %s',
    (scheme) => {
      const config = readConfig({
        NEO4J_URI: `${scheme}://db.example:7687`,
        NEO4J_PASSWORD: 'pw',
        NEO4J_DATABASE: 'news',
      });
      expect(config.neo4j).toEqual({
        uri: `${scheme}://db.example:7687`,
        user: 'neo4j',
        password: 'pw',
        database: 'news',
      });
    },
  );

  it('says everything that is wrong with it at once: the variable, the fault, the mend', () => {
    const read = () =>
      readConfig({ HOST: 'a b', PORT: '65536', NEO4J_URI: 'http://db', LOG_LEVEL: 'loud', STORE_PATH: 'x' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrowErrorMatchingInlineSnapshot(`
      [ConfigError: the environment has 4 problems:
        HOST=a b is not an address or a host name. Set HOST=127.0.0.1 for this machine alone, or HOST=0.0.0.0 for every network.
        PORT=65536 is not a whole number from 0 to 65535. Set PORT=4000, say, or PORT=0 for any free port.
        NEO4J_URI=http://db does not begin with bolt://, bolt+s://, bolt+ssc://, neo4j://, neo4j+s:// or neo4j+ssc://. Set NEO4J_URI=bolt://localhost:7687 for a Neo4j on this machine.
        LOG_LEVEL=loud is not a level of log. Set LOG_LEVEL to one of fatal, error, warn, info, debug, trace, silent.]
    `);
  });

  it('tells of what is wrong with variables together along with what is wrong with one', () => {
    const read = () =>
      readConfig({ AUTH_REQUIRED: '1', DOCUMENTS_ONLY: '1', JWT_ISSUER: 'x', LOG_LEVEL: 'loud', PORT: 'x' });
    expect(read).toThrow('the environment has 5 problems');
    expect(read).toThrow('\n  AUTH_REQUIRED=1 lets nobody in without TOKENS');
    expect(read).toThrow('\n  DOCUMENTS_ONLY=1 answers nothing without DOCUMENTS');
    expect(readConfig({ AUTH_REQUIRED: '1', TOKENS: 'x' }).authRequired).toBe(true);
    const key = { JWT_KEY: 'x'.repeat(32), JWT_ISSUER: 'x', JWT_AUDIENCE: 'x' };
    expect(readConfig({ AUTH_REQUIRED: '1', ...key }).authRequired).toBe(true);
  });

  it.each(['-1', '4000.5', '0x10', '1e3', 'abc', ' 80', '65536'])('refuses the port %j', (port) => {
    expect(() => readConfig({ PORT: port })).toThrow(`PORT=${port} is not a whole number`);
  });

  it('bounds the answers that are kept, in MiB', () => {
    expect(readConfig({ CACHE: '0' }).cacheBytes).toBe(0);
    expect(readConfig({ CACHE: '2' }).cacheBytes).toBe(2_097_152);
    expect(() => readConfig({ CACHE: '64MB' })).toThrow('CACHE=64MB is not a whole number of MiB');
  });

  it('sets limits one by one, and takes them away', () => {
    const { limits, proxies } = readConfig({ LIMIT_COST: '10', LIMIT_RATE: '0', PROXIES: '2' });
    expect([limits, proxies]).toEqual([{ ...defaultLimits, cost: 10, rate: 0 }, 2]);
    expect(() => readConfig({ LIMIT_DEPTH: '-1' })).toThrow(
      'LIMIT_DEPTH=-1 is not a whole number from 0 to 999999999999 (fields inside one another). Set it to 20, say, or to 0 for no limit.',
    );
  });

  it.each(['0', '65535'])('takes the port %s', (port) => {
    expect(readConfig({ PORT: port }).port).toBe(Number(port));
  });

  it('does not repeat a password that stands where it should not', () => {
    const read = () => readConfig({ NEO4J_URI: 'bolt://me:hunter2@db:7687' });
    expect(read).toThrow('NEO4J_USER and NEO4J_PASSWORD');
    expect(read).not.toThrow(/hunter2/);
  });

  it('asks for a host in an address of Neo4j', () => {
    expect(() => readConfig({ NEO4J_URI: 'bolt://' })).toThrow('names no host');
  });
});
