// Says what the reference parser of AsyncAPI finds wrong with a document.
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';

const { document, diagnostics } = await new Parser().parse(readFileSync(process.argv[2], 'utf8'));
const ERROR = 0;
for (const { severity, message, path, range } of diagnostics) {
  console.log(`${severity === ERROR ? 'error' : 'note'} line ${range.start.line + 1} ${path.join('.')}: ${message}`);
}
process.exit(document === undefined || diagnostics.some(({ severity }) => severity === ERROR) ? 1 : 0);
