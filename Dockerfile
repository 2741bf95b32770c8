# One image for the four services: the command names which one runs.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm run build:web && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/docs/api ./docs/api
USER node
EXPOSE 3000
# For example: node dist/apps/order-routing/src/main.js [migrate]
# Why these flags: docs/decisions/0020-memory.md
ENTRYPOINT ["node", "--max-semi-space-size=8", "--heap-growing-percent=50"]
CMD ["dist/apps/operations-dashboard/src/main.js"]
