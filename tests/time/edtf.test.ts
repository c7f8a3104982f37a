import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { InvalidDateError, parseEdtf, precisions } from '../../src/time/edtf.ts';
import { edtfText } from './arbitraries.ts';

describe('parseEdtf', () => {
  test.each([
    ['2018', '2018-01-01', '2018-12-31', 'YEAR'],
    ['2015-12', '2015-12-01', '2015-12-31', 'MONTH'],
    ['2019-07-22', '2019-07-22', '2019-07-22', 'DAY'],
    ['2016-02', '2016-02-01', '2016-02-29', 'MONTH'],
    ['1900-02', '1900-02-01', '1900-02-28', 'MONTH'],
    ['2000-02-29', '2000-02-29', '2000-02-29', 'DAY'],
    ['0001', '0001-01-01', '0001-12-31', 'YEAR'],
    ['0099-02', '0099-02-01', '0099-02-28', 'MONTH'],
    ['9999-12-31', '9999-12-31', '9999-12-31', 'DAY'],
    ['201X', '2010-01-01', '2019-12-31', 'DECADE'],
    ['19XX', '1900-01-01', '1999-12-31', 'CENTURY'],
    ['2015-XX', '2015-01-01', '2015-12-31', 'YEAR'],
    ['2015-XX-XX', '2015-01-01', '2015-12-31', 'YEAR'],
    ['2015-12-XX', '2015-12-01', '2015-12-31', 'MONTH'],
    ['2015-21', '2015-03-01', '2015-05-31', 'SEASON'],
    ['2015-22', '2015-06-01', '2015-08-31', 'SEASON'],
    ['2015-23', '2015-09-01', '2015-11-30', 'SEASON'],
    ['2015-24', '2015-12-01', '2016-02-29', 'SEASON'],
    ['2018-02/2019-03', '2018-02-01', '2019-03-31', 'INTERVAL'],
    ['2019/2019', '2019-01-01', '2019-12-31', 'INTERVAL'],
    ['2019-05/2019', '2019-05-01', '2019-12-31', 'INTERVAL'],
    ['2019/2019-05', '2019-01-01', '2019-05-31', 'INTERVAL'],
    ['../2019', null, '2019-12-31', 'INTERVAL'],
    ['/2019', null, '2019-12-31', 'INTERVAL'],
    ['2019/..', '2019-01-01', null, 'INTERVAL'],
    ['2019/', '2019-01-01', null, 'INTERVAL'],
  ])('%s lies from %s to %s, a %s', (edtf, earliest, latest, precision) => {
    expect(parseEdtf(edtf)).toEqual({
      edtf,
      earliest,
      latest,
      precision,
      uncertain: false,
      approximate: false,
    });
  });

  test.each([
    ['2015?', true, false],
    ['2015-12~', false, true],
    ['2015-12-03%', true, true],
    ['2015?/2016', true, false],
    ['2015/2016~', false, true],
    ['2015?/2016~', true, true],
    ['../2016%', true, true],
  ])('%s: uncertain %s, approximate %s', (edtf, uncertain, approximate) => {
    expect(parseEdtf(edtf)).toMatchObject({ edtf, uncertain, approximate });
  });

  test.each([
    ['2015-13', '"2015-13" is not a date: write 2015, 2015-12 or 2015-12-03 (EDTF)'],
    ['', '"" is not a date'],
    ['2015 ', 'is not a date'],
    ['December 2015', 'is not a date'],
    ['2015-1', 'is not a date'],
    ['20151203', 'is not a date'],
    ['2015/12/03', 'is not a date'],
    ['2015-02-30', 'holds a day that does not exist: 2015-02 ends on 2015-02-28'],
    ['2015-02-29', 'holds a day that does not exist: 2015-02 ends on 2015-02-28'],
    ['1900-02-29', 'holds a day that does not exist: 1900-02 ends on 1900-02-28'],
    ['2014/2015-02-29', 'holds a day that does not exist: 2015-02 ends on 2015-02-28'],
    ['2015-04-31/2016', 'holds a day that does not exist: 2015-04 ends on 2015-04-30'],
    ['2015-12-00', 'write 2015-12 if the day is not known'],
    ['2015-12-03T10:00:00Z', 'carries a time of day: write the day alone'],
    ['2015-12-03T10:00/2016', 'carries a time of day: write the day alone'],
    ['2019/2018', 'ends before it begins: write the earlier date first'],
    ['2019-07-02/2019-07-01', 'ends before it begins'],
    ['0000', 'is outside the years 0001 to 9999'],
    ['-0044', 'is outside the years 0001 to 9999'],
    ['Y20150', 'is outside the years 0001 to 9999'],
    ['000X', 'is outside the years 0001 to 9999'],
    ['0000/2015', 'is outside the years 0001 to 9999'],
    ['9999-24', 'is outside the years 0001 to 9999'],
    ['20', 'write two more digits, or XX for a whole century'],
    ['201', 'write one more digit, or X for a whole decade'],
    ['XXXX', 'says nothing: leave the date out'],
    ['XXXX-XX', 'says nothing: leave the date out'],
    ['../..', 'says nothing: leave the date out'],
    ['/', 'says nothing: leave the date out'],
    ['2015-21?', 'a season: write months'],
    ['2015-21/2016', 'a season: write months'],
    ['201X/2019', 'X stands alone'],
    ['2015?-12', 'is not a date'],
    ['[2015,2016]', 'is not a date'],
    ['1XXX', 'is not a date'],
  ])('refuses %j and says how to mend it', (text, message) => {
    expect(() => parseEdtf(text)).toThrow(InvalidDateError);
    expect(() => parseEdtf(text)).toThrow(message);
  });

  it('keeps the text as written, and reads it again to the same date', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        const date = parseEdtf(text);
        expect(date.edtf).toBe(text);
        expect(parseEdtf(date.edtf)).toEqual(date);
      }),
    );
  });

  it('gives real ISO days in order, at least one of them, and a known precision', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        const { earliest, latest, precision } = parseEdtf(text);
        const days = [earliest, latest].filter((day) => day !== null);
        expect(days.length).toBeGreaterThan(0);
        expect(days.toSorted()).toEqual(days);
        for (const day of days) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
        expect(precisions).toContain(precision);
      }),
    );
  });

  it('accepts or refuses any text, never failing otherwise nor showing the grammar', () => {
    const marks = fc.string({ unit: fc.constantFrom(...'0129X-/.?~%TYZ: '), maxLength: 24 });
    fc.assert(
      fc.property(fc.oneof(marks, fc.string()), (text) => {
        try {
          expect(parseEdtf(text).edtf).toBe(text);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidDateError);
          expect(String(error)).not.toMatch(/Syntax error|@EOS|Unexpected/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
