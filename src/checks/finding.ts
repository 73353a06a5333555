/** A fault that one of Docker's build checks finds in a Dockerfile. */
export interface Finding {
	/** The check's name, as Docker prints it: `StageNameCasing`. */
	rule: string;
	/** The line of the Dockerfile, counted from 1. */
	line: number;
	/** What is wrong, as a clause without a full stop. */
	text: string;
}
