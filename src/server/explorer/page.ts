/** What the explorer's page may load: its own files, and the answers of this service. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  // What is drawn can be saved as a picture, which is made from a blob.
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What stands at the root of a service whose explorer has not been built. */
export const notBuiltPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Throughline</title>
  </head>
  <body>
    <h1>Throughline</h1>
    <p>The explorer has not been built: run <code>npm run build</code>, then start the service again.</p>
    <p>The API does not need it: <a href="/graphql">the playground is at /graphql</a>.</p>
  </body>
</html>
`;
