import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseEdtf } from '../../src/time/edtf.ts';
import { labelDate } from '../../src/time/label.ts';
import { fuzzyDate } from './arbitraries.ts';

describe('labelDate', () => {
  test.each([
    ['2018', '2018', '2018년'],
    ['2015-12', 'December 2015', '2015년 12월'],
    ['2019-07-22', 'July 22, 2019', '2019년 7월 22일'],
    ['2015~', 'about 2015', '2015년경'],
    ['2015?', '2015 (uncertain)', '2015년(불확실)'],
    ['2015%', 'about 2015 (uncertain)', '2015년경(불확실)'],
    ['2015-12~', 'about December 2015', '2015년 12월경'],
    ['201X', '2010s', '2010년대'],
    ['19XX', '1900s', '1900년대'],
    ['190X', '1900–1909', '1900~1909년'],
    ['2015-XX', '2015', '2015년'],
    ['2015-12-XX', 'December 2015', '2015년 12월'],
    ['2015-21', 'spring 2015', '2015년 봄'],
    ['2015-22', 'summer 2015', '2015년 여름'],
    ['2015-23', 'autumn 2015', '2015년 가을'],
    ['2015-24', 'winter 2015', '2015년 겨울'],
    ['2018-02/2019-03', 'February 2018 – March 2019', '2018년 2월 ~ 2019년 3월'],
    ['2018~/2019-03?', 'about 2018 – March 2019 (uncertain)', '2018년경 ~ 2019년 3월(불확실)'],
    ['../2019', '2019 or earlier', '2019년 또는 그 이전'],
    ['2019/..', '2019 or later', '2019년 또는 그 이후'],
    ['/2019', 'until 2019, beginning unknown', '2019년까지(시작 미상)'],
    ['2019/', 'from 2019, end unknown', '2019년부터(끝 미상)'],
  ])('%s is "%s", "%s"', (text, english, korean) => {
    const date = parseEdtf(text);
    expect([labelDate(date, 'EN'), labelDate(date, 'KO')]).toEqual([english, korean]);
  });

  it('says so of a date that is open on both sides', () => {
    const open = { earliest: null, latest: null, uncertain: false, approximate: false } as const;
    expect(labelDate({ ...open, edtf: '../..', precision: 'INTERVAL' }, 'EN')).toBe('date unknown');
    expect(labelDate({ ...open, edtf: '', precision: 'YEAR' }, 'KO')).toBe('날짜 미상');
  });

  it('is never empty and never shows a hole', () => {
    fc.assert(
      fc.property(fuzzyDate, fc.constantFrom('EN', 'KO'), (date, language) => {
        const label = labelDate(date, language);
        expect(label).toMatch(/\d/);
        expect(label).not.toMatch(/undefined|null|NaN/);
      }),
    );
  });
});
