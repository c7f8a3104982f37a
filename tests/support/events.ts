/** An event as it was sent: what it is known by, and its data. */
export type Sent = { readonly id: string | undefined; readonly data: unknown };

/** Reads server-sent events one by one; comments are counted and passed over. */
export function eventsOf(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  const comments: string[] = [];
  let text = '';

  /** The next event; undefined where the stream has ended. */
  async function next(): Promise<Sent | undefined> {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        if (!block.startsWith(':')) return parsed(block);
        comments.push(block);
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      text += decoder.decode(value, { stream: true });
    }
  }

  return { next, comments, cancel: () => reader.cancel() };
}

function parsed(block: string): Sent {
  const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]));
  return { id: fields.get('id'), data: JSON.parse(fields.get('data') ?? 'null') };
}
