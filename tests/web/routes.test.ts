import { describe, expect, it } from 'vitest';
import { isExplorerPath } from '../../src/server/explorer/routes.ts';
import { addresses, routeOf } from '../../web/src/app/routes.ts';

describe('the routes', () => {
  it.each([
    '/',
    '/search',
    '/timeline',
    '/graph',
    '/entity/openai',
    '/event/openai-founding',
    '/article/ciokorea-126908',
    '/entity',
    '/entity/',
    '/entity/a/b',
    '/graphs',
    '/graphql',
    '/assets/x.js',
    '/index.html',
    '//',
    '/search/',
    '/constructor',
  ])('%s is a page for the service if and only if it is a view', (path) => {
    expect(isExplorerPath(path)).toBe(routeOf(path).view !== 'unknown');
  });

  it('an address leads back to its view, whatever the slug', () => {
    for (const slug of ['openai', '오픈 AI', 'a/b?c#d%'])
      for (const view of ['entity', 'event', 'article'] as const)
        expect(routeOf(addresses[view](slug))).toEqual({ view, slug });
  });

  it('a slug that is no encoding names what it says', () => {
    expect(routeOf('/entity/100%')).toEqual({ view: 'entity', slug: '100%' });
  });
});
