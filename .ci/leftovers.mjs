// The compiler leaves what it made of a source that has gone since; `npm pack` would take it along.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const isPackage = (name) => existsSync(`packages/${name}/dist`) && existsSync(`packages/${name}/src`);

for (const name of readdirSync('packages').filter(isPackage))
  for (const made of readdirSync(`packages/${name}/dist`, { recursive: true })) {
    const [, module] = /^(.+?)(?:\.d\.ts|\.js|\.js\.map)$/.exec(made) ?? [];
    if (module && !existsSync(`packages/${name}/src/${module}.ts`))
      rmSync(join('packages', name, 'dist', made));
  }
