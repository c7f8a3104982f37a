/** Which paths: between two different things, of at most `maxLength` hops, that visit everything in `through`. */
export type PathQuestion = {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly through: readonly string[];
  readonly first: number;
};
