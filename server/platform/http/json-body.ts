import express, { Router, type RequestHandler } from 'express';
import { storableBody } from './storable-text.js';

/**
 * Reads a JSON body. Only routes that expect one use it: in front of all routes it would swallow an uploaded file that
 * is JSON, and an empty file would be stored. The largest body is a model with its diagram, below 1 MB.
 */
export const jsonBody: RequestHandler = Router().use(express.json({ limit: '2mb' }), storableBody);
