/**
 * Whether what was read of a request is an answer already, as yoga tells the two apart: `useReadRequest` sees to it that no
 * sender's body is taken for one.
 */
export function isResponse(value: unknown): value is Response {
  return typeof value === 'object' && value !== null && 'headers' in value && 'status' in value;
}
