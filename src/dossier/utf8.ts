/** Bytes as text, or undefined where they are not UTF-8. Decoded leniently, every other word would silently change. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
