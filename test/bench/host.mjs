import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const home = fileURLToPath(new URL('../..', import.meta.url));
const types = { '.js': 'text/javascript', '.css': 'text/css' };

const words = 'In uw buurt gebeurt veel. Bewoners maken samen een tuin, een speelplek of een buurtmaaltijd. ';
export const around = (head, widget) => `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Onze buurt</title>${head}</head>
<body><header><h1>Onze buurt</h1><p>${words}</p></header>${widget}<footer><p>${words.repeat(3)}</p></footer></body>
</html>`;

const script = '<script type="module" src="/buurt.js"></script>';
const styles = '<link rel="stylesheet" href="/buurt.css">';

/** All lines that a webmaster pastes for a widget. */
export function snippet(tag) {
  const { files } = JSON.parse(readFileSync(join(home, 'dist/1/sizes.json'), 'utf8')).widgets[tag];
  const preloads = files.slice(1).map((name) => `<link rel="modulepreload" href="/${name}">`);
  return [styles, script, ...preloads].join('');
}

/** The pages of one site: blank, and the form with one, two and all lines of the snippet. */
function pages(buurt) {
  const form = `<buurt-idea-form endpoint="/v1" buurt="${buurt}"><p>Heeft u een idee? Bel ons.</p></buurt-idea-form>`;
  return {
    '/blank': around('', '<p data-blank>Hier komt niets.</p>'),
    '/script': around(script, form),
    '/styles': around(styles + script, form),
    '/preload': around(snippet('buurt-idea-form'), form),
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** The real server on an embedded database in a folder of its own, with the made-up buurten. */
async function startEndpoint() {
  const folder = mkdtempSync(join(tmpdir(), 'buurt-bench-'));
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: join(folder, 'data') };
  delete env.DATABASE_URL;
  const server = spawn(process.execPath, [join(home, 'packages/demo-site/dist/main.js')], {
    env,
    cwd: folder,
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (said += text));
  const firstBuurt = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/buurten`);
    return (await answer.json()).buurten[0].code;
  };
  let buurt;
  for (let tries = 0; !buurt; tries += 1) {
    buurt = await firstBuurt().catch(() => undefined);
    if (tries > 120 || server.exitCode !== null) throw new Error(`The server does not answer:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return {
    port,
    buurt,
    async stop() {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether a path is one of a built file. */
export const isFile = (path) => extname(path) in types;

export function sendFile(path, response) {
  const immutable = path.startsWith('/chunks/')
    ? 'public, max-age=31536000, immutable'
    : 'public, max-age=600';
  const bytes = readFileSync(join(home, 'dist/1', `${path}.br`));
  const headers = {
    'content-type': types[extname(path)],
    'content-encoding': 'br',
    'cache-control': immutable,
  };
  response.writeHead(200, headers).end(bytes);
}

function passOn(incoming, response, port) {
  const { url: path, method, headers } = incoming;
  const onward = request({ port, path, method, headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  incoming.pipe(onward.on('error', () => response.writeHead(502).end()));
}

/** A site with the widget on it: `{ origin, pages: name → path, stop }`. */
export async function startHost() {
  const endpoint = await startEndpoint();
  const html = pages(endpoint.buurt);
  const server = createServer((incoming, response) => {
    const path = incoming.url;
    if (path.startsWith('/v1/')) passOn(incoming, response, endpoint.port);
    else if (html[path]) {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' };
      response.writeHead(200, headers).end(brotliCompressSync(html[path]));
    } else if (isFile(path)) sendFile(path, response);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${server.address().port}`,
    pages: {
      'blank page': '/blank',
      'script only': '/script',
      'with buurt.css': '/styles',
      'with modulepreload': '/preload',
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await endpoint.stop();
    },
  };
}
