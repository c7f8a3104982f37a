import { describe, expect, it } from 'vitest';
import { checkFilter, filterLimits } from '../../src/resolvers/checks.ts';
import { describeOnEachEngine } from '../engines.ts';
import { ask } from '../support/ask.ts';
import { loadedStore } from '../support/loaded-store.ts';
import { threeTellings } from '../support/three-tellings.ts';

const of = (length: number, make: (index: number) => unknown) => Array.from({ length }, (_, at) => make(at));
/** A filter with so many filters inside one another. */
const nested = (deep: number): object => (deep === 0 ? {} : { not: nested(deep - 1) });

describe('checkFilter', () => {
  const refused = (filter: object, message: string) =>
    expect(() => checkFilter('where', filter)).toThrow(`where${message}`);

  it.each([
    [{ citedBy: '' }, '.citedBy: is empty'],
    [{ name: { equals: '' } }, '.name.equals: is empty'],
    [{ or: [{ text: 'a' }, { text: '' }] }, '.or[1].text: is empty'],
    [{ slugs: ['a', ''] }, '.slugs[1]: is empty'],
  ])('refuses an empty text: %j', refused);

  it('bounds every list by itself, and names it', () => {
    const { entries } = filterLimits;
    checkFilter('where', { slugs: of(entries, String), not: { related: { with: of(entries, String) } } });
    refused({ slugs: of(entries + 1, String) }, '.slugs: must have from 0 to 100 entries, not 101');
    refused({ not: { kinds: of(101, String) } }, '.not.kinds: must have from 0 to 100 entries, not 101');
  });

  it('counts filters, wherever they stand, and what makes as many conditions', () => {
    const one = () => ({ kinds: ['Person', 'Concept'], text: 'a', citedBy: 'b', slugs: ['c'] });
    checkFilter('where', { or: of(filterLimits.filters - 1, one) });
    refused({ or: of(filterLimits.filters, one) }, ': consists of more than 100 filters');
    refused({ and: of(50, () => ({ name: { contains: 'a' } })) }, ': consists of more than 100 filters');
    const { filters } = filterLimits;
    checkFilter('where', { participants: { any: of(100, String), all: of(filters - 2, String) } });
    refused({ participants: { all: of(filters - 1, String) } }, ': consists of more than 100 filters');
  });

  it('bounds how deep filters lie inside one another', () => {
    checkFilter('where', nested(filterLimits.depth));
    refused(nested(filterLimits.depth + 1), `${'.not'.repeat(6)}: lies deeper than 5 filters`);
  });
});

describeOnEachEngine('filters', (open) => {
  const ready = loadedStore(open, () => threeTellings);

  it('take no empty text for none', async () => {
    const { errors, codes } = await ask(
      await ready(),
      '{ entities(where: {name: {equals: ""}}) { totalCount } }',
    );
    expect([errors, codes]).toEqual([
      [expect.stringContaining('where.name.equals: is empty')],
      ['BAD_USER_INPUT'],
    ]);
  });

  it('take a list of as many slugs as they say', async () => {
    const slugs = JSON.stringify(['ann', ...of(filterLimits.entries - 1, (at) => `no-${at}`)]);
    const { data, errors } = await ask(
      await ready(),
      `{ entities(where: {slugs: ${slugs}}) { nodes { slug } } }`,
    );
    expect([errors, data]).toEqual([[], { entities: { nodes: [{ slug: 'ann' }] } }]);
  });
});
