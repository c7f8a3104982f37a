import { describe, expect, it } from 'vitest';
import { keysOf } from '../../src/model/keys.ts';
import { relationshipTypes } from '../../src/model/vocabulary.ts';
import { ko } from '../../web/src/i18n/ko.ts';

describe('the words for relationships', () => {
  it('in Korean name the other end, from either end: as the headings of the page of an entity do', () => {
    const labels = keysOf(relationshipTypes).map((type) => {
      const { label, inverse } = relationshipTypes[type];
      return [type, { out: label.ko, in: inverse.ko }];
    });
    expect(ko.relations).toEqual(Object.fromEntries(labels));
  });
});
