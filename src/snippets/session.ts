/** `$ docker ps`: a prompt is a mark and a blank; what follows is typed. */
const prompt = /^\s*[$%] /;

/**
 * What is typed in a snippet of the shell: in a record of a session (lines with prompts) only the
 * commands, without prompts and without output; everything of any other snippet, as it stands.
 */
export function toTyped(code: string): string {
	const lines = code.split('\n');
	if (!lines.some((line) => prompt.test(line))) return code;
	const typed: string[] = [];
	let goesOn = false;
	for (const line of lines) {
		const isPrompted = prompt.test(line);
		const isComment = /^\s*#/.test(line);
		if (isPrompted) typed.push(line.replace(prompt, ''));
		else if (goesOn) typed.push(line.replace(/^> /, ''));
		else if (isComment) typed.push(line);
		goesOn = (isPrompted || goesOn) && line.endsWith('\\');
	}
	return typed.join('\n');
}
