import { AjvCompiler } from "@fastify/ajv-compiler";
import { SerializerSelector } from "@fastify/fast-json-stringify-compiler";
import type { FastifyServerOptions } from "fastify";

type Factories = NonNullable<NonNullable<FastifyServerOptions["schemaController"]>["compilersFactory"]>;
type BuildValidator = NonNullable<Factories["buildValidator"]>;
type Validate = { (data: unknown): unknown; errors?: unknown };

/**
 * Schemas of routes are compiled when they are first asked for: a school that uses forty of some hundreds of routes keeps the code of forty.
 * A quarter of the server's memory at rest was code that nobody had called.
 */
export const COMPILED_LATELY: { compilersFactory: Factories } = {
  compilersFactory: {
    buildValidator: ((schemas: unknown, options: unknown) => {
      const compile = AjvCompiler()(schemas as never, options as never) as unknown as (route: unknown) => Validate;
      return (route: unknown) => {
        let made: Validate | null = null;
        const validate: Validate = (data) => {
          made ??= compile(route);
          const answer = made(data);
          validate.errors = made.errors;
          return answer;
        };
        return validate;
      };
    }) as unknown as BuildValidator,
    buildSerializer: (schemas: unknown, options: unknown) => {
      const compile = SerializerSelector()(schemas, options as never) as unknown as (route: unknown) => (data: unknown) => string;
      return (route: unknown) => {
        let made: ((data: unknown) => string) | null = null;
        return (data: unknown) => (made ??= compile(route))(data);
      };
    },
  },
};
