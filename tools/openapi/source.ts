import { join } from 'node:path';
import { createFormatter, createParser, DEFAULT_CONFIG, SchemaGenerator, type Schema } from 'ts-json-schema-generator';
import ts from 'typescript';
import { ROOT } from '../system/root.js';

export type JsonSchema = Schema & Record<string, unknown>;

/** What a handler's source says: its comment, and the parts of the type that it answers with. */
export interface HandlerSource {
  readonly comment: string;
  readonly answers: readonly ts.TypeNode[];
}

/** What the source of a DTO says of a field beyond its validators. */
export interface FieldSource {
  readonly comment: string;
  readonly required: boolean;
  /** null is a value of its own. */
  readonly nullable: boolean;
  readonly default?: unknown;
}

const CONFIG = { ...DEFAULT_CONFIG, skipTypeCheck: true, expose: 'export', topRef: true, jsDoc: 'extended' } as const;

/** The program that the build compiles, tests left out. */
export function readProgram(): ts.Program {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.build.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram(
    fileNames.filter((name) => /\/(apps|libs)\/.*\.ts$/.test(name)),
    options,
  );
  // Binds every file, so that each node knows its place.
  program.getTypeChecker();
  return program;
}

/** TypeScript sources, asked for what the running program has forgotten: types and comments. */
export class Source {
  private readonly generator: SchemaGenerator;
  private readonly classes = new Map<string, ts.ClassDeclaration | ts.InterfaceDeclaration>();

  private readonly constants = new Map<string, ReadonlyMap<string, string>>();

  /** @param folders whose classes, interfaces and constants are asked for by name */
  constructor(program: ts.Program, folders: readonly string[]) {
    this.generator = new SchemaGenerator(program, createParser(program, CONFIG), createFormatter(CONFIG), CONFIG);
    for (const source of program.getSourceFiles()) {
      if (folders.some((folder) => source.fileName.startsWith(join(ROOT, folder)))) this.collect(source);
    }
  }

  /** @throws Error for a handler without a written answer type */
  handler(controller: string, name: string): HandlerSource {
    const method = this.classOf(controller)
      .members.filter((member) => ts.isMethodDeclaration(member))
      .find((member) => member.name.getText() === name);
    if (!method?.type) throw new Error(`${controller}.${name} does not say what it answers.`);
    return { comment: commentOf(method), answers: partsOf(method.type) };
  }

  /** Fields of a DTO and of what it extends. */
  fields(dto: string): Map<string, FieldSource> {
    const declaration = this.classOf(dto);
    const parent = parentOf(declaration);
    const fields = parent === undefined ? new Map<string, FieldSource>() : this.fields(parent);
    for (const member of declaration.members) {
      if (ts.isPropertyDeclaration(member) || ts.isPropertySignature(member)) {
        fields.set(member.name.getText(), fieldOf(member));
      }
    }
    return fields;
  }

  /** Comments of the fields of a class and of what it extends. */
  comments(name: string): Map<string, string> {
    const declaration = this.classOf(name);
    const parent = parentOf(declaration);
    const comments = parent === undefined ? new Map<string, string>() : this.comments(parent);
    for (const member of declaration.members) {
      if (ts.isPropertyDeclaration(member)) comments.set(member.name.getText(), commentOf(member));
    }
    return comments;
  }

  comment(name: string): string {
    return commentOf(this.classOf(name));
  }

  /** JSON Schema of a type as JSON.stringify writes it, with the named types that it refers to. */
  schemaOf(node: ts.TypeNode): JsonSchema {
    const { definitions = {}, ...schema } = this.generator.createSchemaFromNodes([node]) as JsonSchema;
    const top = decodeURIComponent(String(schema.$ref).replace('#/definitions/', ''));
    // A type that nobody has named stands where it is used.
    if (!top.startsWith('def-')) return { ...schema, definitions };
    const { [top]: own, ...rest } = definitions;
    return { ...(own as JsonSchema), definitions: rest };
  }

  schemaNamed(type: string): JsonSchema {
    return this.generator.createSchema(type) as JsonSchema;
  }

  /** Comments of the fields of an object that a constant names. */
  constant(name: string): ReadonlyMap<string, string> {
    return this.constants.get(name) ?? new Map<string, string>();
  }

  /** Also classes that a function makes, one for each service. */
  private collect(node: ts.Node): void {
    if ((ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) && node.name) {
      this.classes.set(node.name.text, node);
    } else if (ts.isVariableDeclaration(node)) {
      this.constants.set(node.name.getText(), fieldComments(node));
    } else {
      node.forEachChild((child) => {
        this.collect(child);
      });
    }
  }

  private classOf(name: string): ts.ClassDeclaration | ts.InterfaceDeclaration {
    const found = this.classes.get(name);
    if (!found) throw new Error(`There is no class ${name} in apps/ and libs/.`);
    return found;
  }
}

/** Name of the class that it extends. */
function parentOf({ heritageClauses }: ts.ClassDeclaration | ts.InterfaceDeclaration): string | undefined {
  const extended = heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  return extended?.types[0]?.expression.getText();
}

/** `Promise<A | B>` is A and B. */
function partsOf(type: ts.TypeNode): readonly ts.TypeNode[] {
  if (ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Promise' && type.typeArguments?.[0]) {
    return partsOf(type.typeArguments[0]);
  }
  return ts.isUnionTypeNode(type) ? type.types : [type];
}

function fieldOf(field: ts.PropertyDeclaration | ts.PropertySignature): FieldSource {
  const initializer = ts.isPropertyDeclaration(field) ? field.initializer : undefined;
  const literal = initializer?.getText().replaceAll("'", '"');
  return {
    comment: commentOf(field),
    required: field.questionToken === undefined && initializer === undefined,
    nullable: (field.type?.getText() ?? '').endsWith('| null'),
    ...(literal === undefined ? {} : { default: JSON.parse(literal) as unknown }),
  };
}

function fieldComments({ initializer }: ts.VariableDeclaration): ReadonlyMap<string, string> {
  const object = initializer && ts.isAsExpression(initializer) ? initializer.expression : initializer;
  if (!object || !ts.isObjectLiteralExpression(object)) return new Map();
  return new Map(object.properties.map((field) => [field.name?.getText() ?? '', commentOf(field)]));
}

/** The comment before its tags, as one paragraph. */
function commentOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node);
  if (!comment || !ts.isJSDoc(comment)) return '';
  return (ts.getTextOfJSDocComment(comment.comment) ?? '').replace(/\s+/g, ' ').trim();
}
