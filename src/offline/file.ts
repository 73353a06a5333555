import { startCopying } from '../components/copy.ts';
import { startSearch } from '../search/start.ts';
import { answerFetches } from './texts.ts';
import { startPages } from './turn.ts';

answerFetches();
// A question without an answer would lead to the page of search, which is not here.
document.addEventListener('submit', (event) => event.preventDefault());
startPages();
startCopying();
startSearch();
