"""Variants: the forms under which one name may stand, made when an authority is loaded."""
