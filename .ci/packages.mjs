// Every package that a project of the repository restored: id, version, SHA-512 of what the feed sent, as lines on standard output.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const projects = execFileSync('git', ['ls-files', '*.csproj'], { encoding: 'utf8' }).trim().split('\n').map(file => basename(file, '.csproj'));
const lines = new Set();
for (const project of projects) {
  const assets = `artifacts/obj/${project}/project.assets.json`;
  if (!existsSync(assets)) {
    console.error(`${project} has not been restored.`);
    process.exit(1);
  }

  for (const [name, library] of Object.entries(JSON.parse(readFileSync(assets, 'utf8')).libraries)) {
    if (library.type === 'package') {
      lines.add(`${name.replace('/', ' ')} ${library.sha512}`);
    }
  }
}

console.log([...lines].sort().join('\n'));
