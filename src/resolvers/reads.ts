export { reads } from '../loaders/plan/reads.ts';
