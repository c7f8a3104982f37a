/** A place on objects of a sort for something that goes with each of them; get and set as in a WeakMap. */
export type Slot<K extends object, V> = {
  get(owner: K): V | undefined;
  set(owner: K, value: V | undefined): void;
};

/**
 * Creates a slot, which is a property that nobody else can name. For what goes with a request, or is put anew with each:
 * the keys of a WeakMap, which lead nowhere but have to be gone through, are dear to collect. A copy of the owner takes
 * along what its slots hold; what must not be copied, or may be frozen, belongs in a WeakMap.
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
