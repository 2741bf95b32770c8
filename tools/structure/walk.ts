import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** Where a walk begins. */
export interface Entry {
  /** Below the root. */
  readonly file: string;
  /** Method of a class of that file. */
  readonly method: string;
}

export interface Walk {
  /** Rooms in the order in which the calls lead there; never the same one twice in a row. */
  readonly stays: readonly string[];
  /** Stays in a room that had been left. */
  readonly returns: number;
}

type WithBody = ts.FunctionLikeDeclaration & { readonly body: ts.Node };

/**
 * Follows one kind of input through the calls that deal with it, as they are written: of a choice by `kind` only the branch
 * of this kind, every other branch, each function once.
 */
export class Walker {
  private readonly checker: ts.TypeChecker;
  private readonly program: ts.Program;
  private readonly domain: string;

  /** @param root of a checkout; its node_modules are there */
  constructor(
    private readonly root: string,
    private readonly entry: Entry,
  ) {
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
      config: unknown;
    };
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    this.program = ts.createProgram([join(root, entry.file)], { ...options, noEmit: true });
    this.checker = this.program.getTypeChecker();
    this.domain = dirname(entry.file);
  }

  /** Kinds of input, as the type of the method's first parameter has them. */
  kinds(): string[] {
    const [input] = this.start().parameters;
    if (!input) throw new Error('The method has no input.');
    const kind = this.checker.getTypeAtLocation(input).getProperty('kind');
    if (!kind) throw new Error('The input has no kind.');
    const type = this.checker.getTypeOfSymbolAtLocation(kind, input);
    const constraint = this.checker.getBaseConstraintOfType(type) ?? type;
    const each = constraint.isUnion() ? constraint.types : [constraint];
    return each.flatMap((one) => (one.isStringLiteral() ? [one.value] : [])).sort();
  }

  /** Follows what the entry's first parameter carries, its parts, and what is found or made by them. */
  follow(kind: string): Walk {
    const stays: string[] = [];
    const passed = new Set<ts.Node>();
    const enter = (declaration: WithBody, carried: ReadonlySet<number>): void => {
      if (passed.has(declaration)) return;
      passed.add(declaration);
      const room = this.roomOf(declaration.getSourceFile().fileName);
      if (room !== undefined && stays.at(-1) !== room) stays.push(room);
      const names = new Set<ts.Symbol>();
      declaration.parameters.forEach((parameter, index) => {
        if (carried.has(index)) this.carry(parameter.name, names);
      });
      this.calls(declaration.body, kind, names, enter);
    };
    enter(this.start(), new Set([0]));
    return { stays, returns: stays.length - new Set(stays).size };
  }

  /** A folder below the domain, or a file that lies directly in it; undefined: outside the domain. */
  private roomOf(file: string): string | undefined {
    const path = relative(this.root, file);
    return path.startsWith(`${this.domain}/`) ? path.slice(this.domain.length + 1).split('/')[0] : undefined;
  }

  private calls(
    node: ts.Node,
    kind: string,
    names: Set<ts.Symbol>,
    enter: (declaration: WithBody, carried: ReadonlySet<number>) => void,
  ): void {
    const visit = (child: ts.Node): void => {
      if (ts.isSwitchStatement(child) && isKind(child.expression)) {
        visitCase(child, kind, visit);
        return;
      }
      if (ts.isIfStatement(child) && isOtherKind(child.expression, kind)) {
        if (child.elseStatement) visit(child.elseStatement);
        return;
      }
      ts.forEachChild(child, visit);
      if (ts.isVariableDeclaration(child) && child.initializer && this.carries(child.initializer, names)) {
        this.carry(child.name, names);
      }
      if (
        ts.isForOfStatement(child) &&
        this.carries(child.expression, names) &&
        ts.isVariableDeclarationList(child.initializer)
      ) {
        for (const { name } of child.initializer.declarations) this.carry(name, names);
      }
      if (!ts.isCallExpression(child) && !ts.isNewExpression(child)) return;
      const carried = (child.arguments ?? []).flatMap((argument, index) =>
        this.carries(argument, names) ? [index] : [],
      );
      const called = carried.length > 0 ? this.called(child, kind) : undefined;
      if (called) enter(called, new Set(carried));
    };
    ts.forEachChild(node, visit);
  }

  /** From here on these names stand for (a part of) the input. */
  private carry(name: ts.BindingName, names: Set<ts.Symbol>): void {
    if (ts.isIdentifier(name)) {
      const symbol = this.checker.getSymbolAtLocation(name);
      if (symbol) names.add(symbol);
      return;
    }
    for (const element of name.elements) if (ts.isBindingElement(element)) this.carry(element.name, names);
  }

  private carries(expression: ts.Node, names: ReadonlySet<ts.Symbol>): boolean {
    if (ts.isFunctionLike(expression)) return false;
    if (ts.isIdentifier(expression)) {
      const symbol = this.checker.getSymbolAtLocation(expression);
      return symbol !== undefined && names.has(symbol);
    }
    return ts.forEachChild(expression, (child) => this.carries(child, names) || undefined) ?? false;
  }

  private called(call: ts.CallExpression | ts.NewExpression, kind: string): WithBody | undefined {
    const declaration = this.checker.getResolvedSignature(call)?.declaration;
    if (!declaration || declaration.getSourceFile().fileName.includes('/node_modules/')) return undefined;
    if (hasBody(declaration)) return declaration;
    // A member of an interface: of a table by kinds, what stands there for this kind.
    return ts.isMethodSignature(declaration) ? this.ofTable(kind, declaration.name.getText()) : undefined;
  }

  private ofTable(kind: string, member: string): WithBody | undefined {
    for (const file of this.program.getSourceFiles()) {
      if (file.isDeclarationFile || !file.fileName.startsWith(this.root)) continue;
      const entry = tableEntry(file, kind);
      const symbol = entry && this.checker.getSymbolAtLocation(entry);
      const original = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
      const declared = original?.valueDeclaration;
      if (!declared || !ts.isVariableDeclaration(declared) || !declared.initializer) continue;
      const object = unwrapped(declared.initializer);
      if (!ts.isObjectLiteralExpression(object)) continue;
      for (const property of object.properties) {
        if (property.name?.getText() !== member) continue;
        if (hasBody(property)) return property;
        if (!ts.isPropertyAssignment(property)) continue;
        if (hasBody(property.initializer)) return property.initializer;
        const type = this.checker.getTypeAtLocation(property.initializer);
        const [signature] = type.getCallSignatures();
        if (signature?.declaration && hasBody(signature.declaration)) return signature.declaration;
      }
    }
    return undefined;
  }

  private start(): WithBody {
    const file = this.program.getSourceFile(join(this.root, this.entry.file));
    let found: WithBody | undefined;
    const visit = (node: ts.Node): void => {
      if (ts.isMethodDeclaration(node) && node.name.getText() === this.entry.method && hasBody(node)) found = node;
      ts.forEachChild(node, visit);
    };
    if (file) visit(file);
    if (!found) throw new Error(`There is no method ${this.entry.method} in ${this.entry.file}.`);
    return found;
  }
}

function hasBody(node: ts.Node): node is WithBody {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

function unwrapped(node: ts.Expression): ts.Expression {
  return ts.isSatisfiesExpression(node) || ts.isAsExpression(node) ? unwrapped(node.expression) : node;
}

/** The value of `'kind': value` in a top-level table of a file. */
function tableEntry(file: ts.SourceFile, kind: string): ts.Expression | undefined {
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { initializer } of statement.declarationList.declarations) {
      const table = initializer && unwrapped(initializer);
      if (!table || !ts.isObjectLiteralExpression(table)) continue;
      for (const property of table.properties) {
        if (!ts.isPropertyAssignment(property) || property.name.getText().replaceAll("'", '') !== kind) continue;
        if (ts.isIdentifier(property.initializer)) return property.initializer;
      }
    }
  }
  return undefined;
}

function isKind(expression: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(expression) && expression.getText() === 'input.kind';
}

/** `input.kind === 'another'`, alone or as one of several conditions. */
function isOtherKind(condition: ts.Expression, kind: string): boolean {
  if (!ts.isBinaryExpression(condition)) return false;
  const { left, right, operatorToken } = condition;
  if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    return isOtherKind(left, kind) || isOtherKind(right, kind);
  }
  if (!isKind(left) || !ts.isStringLiteral(right)) return false;
  if (operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken) return right.text !== kind;
  return operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken && right.text === kind;
}

function visitCase(node: ts.SwitchStatement, kind: string, visit: (child: ts.Node) => void): void {
  const { clauses } = node.caseBlock;
  const named = (clause: ts.CaseOrDefaultClause): boolean =>
    ts.isCaseClause(clause) && ts.isStringLiteral(clause.expression) && clause.expression.text === kind;
  const at = clauses.findIndex(named);
  const first = at < 0 ? clauses.findIndex((clause) => ts.isDefaultClause(clause)) : at;
  if (first < 0) return;
  // Clauses without statements fall through to the next one.
  const clause = clauses.slice(first).find(({ statements }) => statements.length > 0);
  clause?.statements.forEach(visit);
}
