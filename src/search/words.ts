/** Words of a question that say nothing about what is looked for. Tuned for `how to … in docker`. */
export const stopWords: ReadonlySet<string> = new Set(
	(
		'a an and are as at be by can cant could do does doesnt dont for from get getting have how i if in ' +
		'inside into is it its me my need of on or should so that the their there this to use used using ' +
		'want way what when where which while why with without you your docker dockers after before ' +
		'versus vs difference between vs please help about correctly properly'
	).split(' '),
);
