import { describe, expect, it } from 'vitest';
import { readExamples } from '../../src/server/examples.ts';
import { edge } from './support.ts';

const browser = { headers: { accept: 'text/html,application/xhtml+xml' } };

async function page(examples: string[] = []) {
  const response = await edge({ examples }).fetch('/graphql', browser);
  return { response, html: await response.text() };
}

/** Every address a browser would fetch for the sake of the page itself. */
function addresses(html: string): string[] {
  const all = [...html.matchAll(/\b(?:src|href|srcset|action|poster)\s*=\s*["']?([^"'\s>]+)/gi)];
  return all.map(([, address = '']) => address);
}

describe('the playground', () => {
  it('stands at /graphql for a browser, and the root leads whoever is none there', async () => {
    const { response, html } = await page();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(html).toContain('<title>Throughline</title>');
    const root = await edge().fetch('/', { redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql']);
  });

  it('opens with the examples as tabs, whatever they contain', async () => {
    const { html } = await page(['query A { ok } # </script><script>alert(1)</script>', '# 한국어\n{ ok }']);
    const [, json = ''] = html.match(/<script id="options" type="application\/json">(.*?)<\/script>/s) ?? [];
    const { defaultTabs } = JSON.parse(json);
    expect(defaultTabs).toEqual([
      { query: 'query A { ok } # </script><script>alert(1)</script>' },
      { query: '# 한국어\n{ ok }' },
    ]);
  });

  it('asks nobody outside for anything, and lets no script try', async () => {
    const { response, html } = await page(['{ ok } # https://example.com/']);
    const own = addresses(html);
    expect(own.length).toBeGreaterThan(3);
    for (const address of own) expect(address).toMatch(/^(\/playground\/|data:)/);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
  });

  it('serves each file it names, from its styles to its workers', async () => {
    const { html } = await page();
    const { fetch } = edge();
    const script = await (await fetch('/playground/boot.js')).text();
    const workers = ['editor', 'json', 'graphql'].map((name) => `/playground/${name}.worker.js`);
    expect(script).toContain('.worker.js');
    for (const address of [...addresses(html).filter((found) => found.startsWith('/')), ...workers]) {
      const file = await fetch(address);
      expect([address, file.status]).toEqual([address, 200]);
      expect(file.headers.get('cache-control')).toContain('immutable');
      const body = await file.text();
      expect(body.length).toBeGreaterThan(100);
      if (address.includes('.css')) expect(body).not.toMatch(/url\(["']?(?!data:|["']?#)|@import/);
      else expect(body).not.toMatch(/importScripts\s*\(\s*["'`]|\bimport\s*\(\s*["'`]https?:/);
    }
    expect((await fetch('/playground/../package.json')).status).toBe(404);
    expect((await fetch('/playground/nope.js')).status).toBe(404);
  });
});

describe('the examples', () => {
  it('are those of the project, in order', async () => {
    const examples = await readExamples();
    expect(examples.length).toBeGreaterThanOrEqual(12);
    expect(examples[0]).toContain('WhoFoundedOpenAI');
  });

  it('may be missing', async () => {
    expect(await readExamples('/no/such/folder')).toEqual([]);
  });
});
