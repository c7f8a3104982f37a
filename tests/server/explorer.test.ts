import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Explorer, readExplorer } from '../../src/server/explorer/files.ts';
import { edge } from './support.ts';

const browser = { headers: { accept: 'text/html,application/xhtml+xml' } };

describe('the explorer', () => {
  let folder = '';
  let explorer: Explorer | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'explorer-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>The page</title>');
    await writeFile(join(folder, 'favicon.svg'), '<svg/>');
    await writeFile(join(folder, 'assets', 'index-abc123.js'), 'export {};');
    explorer = await readExplorer(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['/', '/search?q=a', '/timeline', '/graph', '/entity/openai', '/event/a', '/article/%EC%98%A4'])(
    'its page stands at %s for a browser, under a policy without exceptions',
    async (path) => {
      const response = await edge({ explorer }).fetch(path, browser);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('The page');
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(response.headers.get('vary')).toContain('accept');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    },
  );

  it.each([
    '/entity',
    '/entity/a/b',
    '/nope',
    '/index.html',
    '/assets/nope.js',
    '/../package.json',
    '/search/',
  ])('at %s there is nothing, as before', async (path) => {
    expect((await edge({ explorer }).fetch(path, browser)).status).toBe(404);
  });

  it('whoever is no browser finds what was there before', async () => {
    const { fetch } = edge({ explorer });
    const json = { headers: { accept: 'application/json' } };
    expect((await fetch('/entity/openai', json)).status).toBe(404);
    expect((await fetch('/entity/openai', { ...browser, method: 'POST' })).status).toBe(404);
    const root = await fetch('/', { ...json, redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql']);
  });

  it('its files are kept for ever where their name changes with them, else asked for again', async () => {
    const { fetch } = edge({ explorer });
    const script = await fetch('/assets/index-abc123.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const icon = await fetch('/favicon.svg');
    expect(icon.headers.get('cache-control')).toBe('no-cache');
    expect(icon.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
  });

  it('a service whose explorer is not built says so at its root, and serves the rest', async () => {
    expect(await readExplorer(join(folder, 'nowhere'))).toBeUndefined();
    const { fetch } = edge();
    const root = await fetch('/', browser);
    expect(root.status).toBe(503);
    expect(await root.text()).toContain('npm run build');
    expect((await fetch('/entity/openai', browser)).status).toBe(404);
    expect((await fetch('/graphql', browser)).status).toBe(200);
  });
});
