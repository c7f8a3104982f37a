/** A place on objects of a sort for something that goes with each of them; get and set as in a WeakMap. */
export type Slot<K extends object, V> = {
  get(owner: K): V | undefined;
  set(owner: K, value: V | undefined): void;
};

/**
 * Creates a slot, which is a property that nobody else can name. For what lives as long as a request: every collection
 * goes through the keys of every WeakMap, and seven of them that are filled and emptied request by request took a
 * twentieth of its CPU. What lasts longer, or may be frozen or copied, belongs in a WeakMap.
 */
export function createSlot<K extends object, V>(name: string): Slot<K, V> {
  const key = Symbol(name);
  type Owner = K & { [key]?: V | undefined };
  return {
    get: (owner) => (owner as Owner)[key],
    set: (owner, value) => {
      (owner as Owner)[key] = value;
    },
  };
}
