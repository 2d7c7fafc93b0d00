"""Measurements that are computed once per conversation and stored as map files."""
