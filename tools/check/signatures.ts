import { isObjectType } from 'graphql';
import { ourSchema } from './schema.ts';

const roots = ['Query', 'Mutation', 'Subscription'];

/** Every operation says who may call it. The hub refuses to start otherwise; here it is said sooner, and with its name. */
export function signatureFaults(): string[] {
  const schema = ourSchema();
  return roots.flatMap(root => {
    const type = schema.getType(root);
    if (!isObjectType(type)) return [`Nothing is a ${root}.`];
    return Object.values(type.getFields())
      .filter(({ astNode }) => !astNode?.directives?.some(({ name }) => name.value === 'allow' || name.value === 'public'))
      .map(({ name }) => `${root}.${name} carries neither @allow nor @public.`);
  });
}
