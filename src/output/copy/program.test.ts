import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { toProgram } from './program.ts';

test('a program holds its texts, and nothing that ends or opens a script in a page', async () => {
	const texts = { 'a/Dockerfile': 'RUN echo "<!--<script>"\n# </script>' };
	const program = await toProgram('folder', texts);
	assert.doesNotMatch(program, /<!--|<\/script/i);
	const context = createContext({});
	const [declared = ''] = /^var siteTexts=\{.*?\};/.exec(program) ?? [];
	runInContext(declared, context);
	assert.deepEqual({ ...context['siteTexts'] }, texts);
});
