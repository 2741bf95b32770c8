/** What a class has besides methods: fields and accessors. */
export type DataOf<Entity> = {
  [Field in keyof Entity as Entity[Field] extends (...parameters: never[]) => unknown ? never : Field]: Entity[Field];
};
