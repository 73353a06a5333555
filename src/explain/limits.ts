/** The most characters that are read; a longer text is no file that somebody wrote. */
export const mostCharacters = 500_000;
