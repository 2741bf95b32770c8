# One image for the four services: the command names which one runs. docs/operations.md says how it is built.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund --ignore-scripts
COPY . .
RUN npm run build:services && npm run build:web
# What a program never reads while it runs.
RUN npm prune --omit=dev --no-audit --no-fund --ignore-scripts && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete
ARG COMMIT=unknown
RUN echo "$COMMIT" > commit

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.licenses=Apache-2.0
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json /app/release.json /app/commit /app/LICENSE /app/NOTICE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/docs/api ./docs/api
USER node
EXPOSE 3000
# For example: node dist/apps/order-routing/src/main.js [migrate | topics]
# Why these flags: docs/decisions/0020-memory.md
ENTRYPOINT ["node", "--max-semi-space-size=8", "--heap-growing-percent=50"]
CMD ["dist/apps/operations-dashboard/src/main.js"]
