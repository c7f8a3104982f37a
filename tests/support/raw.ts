import { once } from 'node:events';
import { connect } from 'node:net';

/** What a server at a port of this machine says to bytes that no client library would send. */
export async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
  });
  socket.write(text);
  await once(socket, 'close');
  return answer;
}
