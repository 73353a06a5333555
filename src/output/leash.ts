/**
 * Loaded before a program that `runChild` starts: ends it when the one that started it is gone, so
 * that no half site is written behind its back.
 */
process.once('disconnect', () => process.exit(1));
process.channel?.unref();
