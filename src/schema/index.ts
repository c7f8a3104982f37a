import './scalars.ts';
import './node.ts';
import './article.ts';
import './thing.ts';
import './entity.ts';
import './organization.ts';
import './relationship.ts';
import './search.ts';
import './timeline.ts';
import './path.ts';
import './neighborhood.ts';
import './event.ts';
import './change.ts';
import './fact.ts';
import './sources.ts';
import './write.ts';
import './dossier.ts';
import './events/founding.ts';
import './events/investment.ts';
import './events/partnership.ts';
import './events/acquisition.ts';
import './events/office.ts';
import './events/statement.ts';
import './events/launch.ts';
import './events/publication.ts';
import { builder } from './builder.ts';

/** The contract: every type, field and argument there is, resolved through the functions of `resolvers/`. */
export const schema = builder.toSchema();
