export { type NodeGroup, reads } from '../loaders/plan/reads.ts';
