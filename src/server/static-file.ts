import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file as sent. */
export type StaticFile = { readonly type: string; readonly plain: Buffer; readonly zipped: Buffer };

/** What answers are made with. */
export type FetchAPI = Pick<typeof globalThis, 'Response'>;

/** An address that changes with its content names one content for ever. */
export const forEver = 'public, max-age=31536000, immutable';

/** The media types of what browsers are sent, by the ending of the name. */
const types: { readonly [ending: string]: string } = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  woff2: 'font/woff2',
};

/** The file of this name with this content, packed once for all who ask for it. */
export async function staticFile(name: string, plain: Buffer): Promise<StaticFile> {
  const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return { type, plain, zipped: await promisify(gzip)(plain) };
}

/** The answer that carries a file, packed where the browser takes that. */
export function fileResponse(
  file: StaticFile,
  request: Request,
  { Response }: FetchAPI,
  headers: { readonly [name: string]: string },
): Response {
  const zip = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  return new Response(new Uint8Array(zip ? file.zipped : file.plain), {
    headers: {
      'content-type': file.type,
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
      ...(zip && { 'content-encoding': 'gzip' }),
      ...headers,
    },
  });
}
