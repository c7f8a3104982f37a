import { expect, it } from 'vitest';
import { createPlaces, shareOf } from '../../src/server/limits/places.ts';

it('places are so many for all and a share for one, and each is left once', () => {
  const places = createPlaces(3, 2);
  const leave = places.take('a');
  if (typeof leave === 'string') throw new Error(leave);
  expect(typeof places.take('a')).toBe('function');
  expect(places.take('a')).toBe('SHARE_TAKEN');
  expect(typeof places.take('b')).toBe('function');
  expect(places.take('c')).toBe('ALL_TAKEN');
  leave();
  leave();
  expect(typeof places.take('c')).toBe('function');
  expect(places.take('c')).toBe('ALL_TAKEN');
});

it.each([
  [16, 25, 4],
  [2, 25, 1],
  [100, 0, 100],
  [Number.POSITIVE_INFINITY, 25, Number.POSITIVE_INFINITY],
])('of %d places, %d percent are %d', (most, percent, share) => {
  expect(shareOf(most, percent)).toBe(share);
});
